-- How names and contact keys are made comparable. What strip_accents leaves is mapped by hand.
create or replace temp macro plain_text(v) as
    strip_accents(
        replace(
            replace(
                replace(replace(replace(translate(lower(v), 'łøđðı', 'loddi'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'
            ),
            '''',
            ''
        )
    )
;
-- A name without what stands behind it, so that its last word is the surname.
create or replace temp macro without_degrees(v) as
    regexp_replace(v, '([,\s]+(msc|bsc|mba|phd|jr|sr|ii|iii)\.?)+\s*$', '', 'i')
;
-- The words of a name, without titles and degrees.
create or replace temp macro plain_words(v) as
    list_filter(
        regexp_extract_all(plain_text(v), '[\pL\pM\pN]+'),
        lambda word: word not in (
            'dr', 'prof', 'professor', 'mr', 'mrs', 'ms', 'mx', 'dipl', 'msc', 'bsc', 'mba', 'phd', 'jr', 'sr'
        )
    )
;
-- A mail address without its +tag, and at Gmail without its dots; null where it is none.
create or replace temp macro plain_email(v) as
    case
        when not regexp_full_match(trim(v), '[^@\s]+@[^@\s]+\.[^@\s]+')
        then null
        when regexp_matches(lower(v), '@(gmail|googlemail)\.com\s*$')
        then replace(regexp_extract(lower(trim(v)), '^([^@+]+)', 1), '.', '') || '@gmail.com'
        else regexp_replace(lower(trim(v)), '\+[^@]*@', '@')
    end
;
create or replace temp macro is_role_mailbox(v) as
    regexp_full_match(
        split_part(v, '@', 1),
        '(info|hello|contact|kontakt|mail|email|office|admin|team|hr|jobs?|careers?|recruit(er|ing|ment)?|talent|cvs?|resumes?|applications?|apply|bewerbung(en)?|candidates?|submissions?|support|sales|no-?reply)'
    )
;
create or replace temp macro phone_digits(v) as regexp_replace(regexp_replace(lower(v), '(ext|x|#).*$', ''), '\D', '', 'g')
;
-- The last nine digits of a number, which a country prefix does not change; null where it is too
-- short or a filler.
create or replace temp macro plain_phone(v) as
    case
        when
            phone_digits(v) like '%123456789'
            or length(list_distinct(string_split(right(phone_digits(v), 9), ''))) < 3
        then null
        when length(phone_digits(v)) >= 7
        then right(phone_digits(v), 9)
    end
;
-- What follows /in/ in the address of a profile; a bare name is one already.
create or replace temp macro plain_linkedin(v) as
    nullif(
        case
            when lower(v) like '%/in/%'
            then regexp_extract(lower(v), '/in/([^/?#\s]+)', 1)
            when regexp_full_match(trim(v), '[\w-]+')
            then lower(trim(v))
            else ''
        end,
        ''
    )
;
-- Whether two lists of first names can be one person's: one in common, one the initial of the
-- other,
-- nearly the same, or none on one side.
create or replace temp macro given_names_are_alike(one, other) as
    length(one) = 0
    or length(other) = 0
    or list_has_any(one, other)
    or (least(length(one[1]), length(other[1])) = 1 and left(one[1], 1) = left(other[1], 1))
    or jaro_winkler_similarity(one[1], other[1]) >= 0.92
;
-- Whether two spellings beside one e-mail address can be one person: surnames nearly equal
-- (Jaro–Winkler), a given
-- name in common, the same words in another order, or no name on one side.
create or replace temp macro names_are_alike(one, other) as
    one.name_key = ''
    or other.name_key = ''
    or one.name_key = other.name_key
    or list_has_any(one.given_words, other.given_words)
    or (one.surname <> '' and other.surname <> '' and jaro_winkler_similarity(one.surname, other.surname) >= 0.85)
;
-- A birth date as eight digits, the year first; null where it is written in no way we know.
create or replace temp macro plain_birth(v) as
    case
        when regexp_full_match(trim(v), '\d{4}\D?\d{2}\D?\d{2}.*')
        then left(regexp_replace(v, '\D', '', 'g'), 8)
        when regexp_full_match(trim(v), '\d{2}[./-]\d{2}[./-]\d{4}')
        then right(trim(v), 4) || substr(trim(v), 4, 2) || left(trim(v), 2)
    end
;
-- How unlike the two records of a pair are that was left apart: nearly alike enough to ask, or
-- less.
create or replace temp macro unlike_band(weight) as case when weight >= 0 then 0 when weight >= -3 then 1 else 2 end
;
