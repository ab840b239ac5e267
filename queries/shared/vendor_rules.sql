-- grain: definition
-- reads:
-- note: each definition in its order, what its days are of, whether it begins with the filled ones,
-- and what the files must show for it: a table, or a day that some row must have
select
    unnest(
        [
            {'place':1, 'definition':'shrm', 'unit':'opening', 'is_of_filled':true, 'needs':[]},
            {
                'place':2,
                'definition':'pwc',
                'unit':'opening',
                'is_of_filled':true,
                'needs':['approval']
            },
            {
                'place':3,
                'definition':'icims',
                'unit':'search',
                'is_of_filled':true,
                'needs':['closing']
            },
            {
                'place':4,
                'definition':'jobscore',
                'unit':'opening',
                'is_of_filled':true,
                'needs':['holds']
            },
            {
                'place':5,
                'definition':'jobscore_start',
                'unit':'opening',
                'is_of_filled':true,
                'needs':['holds', 'placements', 'hires', 'everyone']
            },
            {
                'place':6,
                'definition':'workable',
                'unit':'opening',
                'is_of_filled':true,
                'needs':['holds']
            },
            {'place':7, 'definition':'pinpoint', 'unit':'search', 'is_of_filled':true, 'needs':[]},
            {
                'place':8,
                'definition':'smartrecruiters',
                'unit':'search',
                'is_of_filled':false,
                'needs':[]
            },
            {
                'place':9,
                'definition':'hirebridge_gross',
                'unit':'search',
                'is_of_filled':true,
                'needs':['closing']
            },
            {
                'place':10,
                'definition':'hirebridge_net',
                'unit':'search',
                'is_of_filled':true,
                'needs':['closing', 'holds']
            },
            {
                'place':11,
                'definition':'carerix_filled',
                'unit':'search',
                'is_of_filled':true,
                'needs':['closing', 'holds']
            },
            {
                'place':12,
                'definition':'carerix_unfilled',
                'unit':'search',
                'is_of_filled':false,
                'needs':['closing', 'holds']
            },
            {'place':13, 'definition':'lever', 'unit':'search', 'is_of_filled':true, 'needs':[]},
            {
                'place':14,
                'definition':'lever_hire',
                'unit':'opening',
                'is_of_filled':true,
                'needs':['hires', 'everyone']
            },
            {
                'place':15,
                'definition':'greenhouse',
                'unit':'offer',
                'is_of_filled':false,
                'needs':['offers', 'everyone']
            }
        ],
        recursive := true
    )
