-- Words that applicant tracking systems use, as the canonical export's. What is not listed is null:
-- the row is then set aside or noted, never guessed at.
create or replace temp macro search_status_of(v) as
    case
        when as_word(trim(v)) in ('open', 'opened', 'active', 'live', 'published', 'recruiting', 'in_progress', 'ongoing', 'approved', 'offen', 'aktiv')
        then 'open'
        when as_word(trim(v)) in ('on_hold', 'onhold', 'hold', 'paused', 'frozen', 'suspended', 'pausiert')
        then 'on_hold'
        when as_word(trim(v)) in ('filled', 'hired', 'completed', 'placed', 'won', 'filled_by_us', 'closed_filled', 'closed_hired', 'filled_and_closed', 'besetzt')
        then 'filled'
        when as_word(trim(v)) in ('cancelled', 'canceled', 'withdrawn', 'closed_cancelled', 'closed_canceled', 'closed_unfilled', 'unfilled', 'abgebrochen', 'storniert')
        then 'cancelled'
        when as_word(trim(v)) in ('closed', 'archived', 'inactive', 'lost', 'closed_lost', 'filled_by_client', 'filled_by_other', 'filled_elsewhere', 'filled_by_competitor', 'geschlossen', 'verloren')
        then 'closed'
    end
;
-- A stage's name. The order of the tests matters: an offer that was declined is an end, not an
-- offer.
create or replace temp macro stage_of(v) as
    case
        when regexp_matches(v, '(?i)\b(reject|declin|withdr|archiv|disqualif|not selected|no longer|abgelehnt|absage|zurückgezogen)')
        then 'ended'
        when regexp_matches(v, '(?i)\b(hired|hire|placed|onboard|joined|offer accepted|eingestellt)')
        then 'hired'
        when regexp_matches(v, '(?i)\b(offer|angebot)')
        then 'offer'
        when regexp_matches(v, '(?i)\bshort-? ?list')
        then 'shortlist'
        when regexp_matches(v, '(?i)\b(phone|tel\w*|recruiter|hr|second|first|preliminary|video)?\W*screen')
        then 'screen'
        when regexp_matches(v, '(?i)\b(interview|on-?\s?site|face[ -]to[ -]face|panel|vorstellungsgespräch)')
        then 'interview'
        when regexp_matches(v, '(?i)\b(new|applied|applicant|application|received|lead|submitted|cv sent|sent|presented|sourced|neu|beworben|bewerbung|eingegangen)\b')
        then 'received'
    end
;
-- Where a candidate came from, for sources that are no agency.
create or replace temp macro channel_of(v) as
    case
        when regexp_matches(v, '(?i)\b(referral|referred|referrer|refer)')
        then 'referral'
        when regexp_matches(v, '(?i)\binternal')
        then 'internal'
        when regexp_matches(v, '(?i)\b(sourced|sourcing|prospect|headhunt|outreach)')
        then 'sourced'
        else 'direct'
    end
;
-- Whose decision ended an application, by the reason given.
create or replace temp macro is_candidates_decision(v) as
    regexp_matches(v, '(?i)\b(withdr|declin|accepted (another|other)|they rejected us|no longer interested|not interested|took another|other offer|zurückgezogen)')
;
-- One value of a nested field, null where the text is no valid JSON.
create or replace temp macro field_of(v, path) as json_extract_string(try_cast(v as json), path)
;
create or replace temp macro items_of(v) as
    coalesce(try_cast(try_cast(v as json) as json[]), []::json[])
;
-- A column of one stage holds the day it was reached, or only yes and no.
create or replace temp macro day_reached(v) as
    case when as_flag(v) is null then given(v) end
;
create or replace temp macro is_reached(v) as coalesce(as_flag(v), given(v) is not null)
;
