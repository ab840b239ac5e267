"""What stands in the place of [the agency] and the like: to HR in general, to an agency's reader the
agency by its name. A text with one of these goes through `Screen.in_words`."""

TO_HR = {
    "[an agency]": "an agency",
    "[the agency]": "the agency",
    "[The agency]": "The agency",
    "[agencies]": "agencies",
    "[share who has applied]": "mostly HR: share who has applied",
    "[listed on data]": "they are counted apart and listed on the Data screen",
    "[update first]": "Update figures on the Data screen first",
    "[at the next update]": "they count at the next update on the Data screen",
    "[which files]": "The Data screen says which files were read.",
}
TO_AN_AGENCY = {
    "[an agency]": "{agency}",
    "[the agency]": "{agency}",
    "[The agency]": "{agency}",
    "[agencies]": "{agency}",
    "[share who has applied]": "mostly HR could prevent it",
    "[listed on data]": "they are counted apart",
    "[update first]": "HR's next update counts it",
    "[at the next update]": "they count when HR updates the figures",
    "[which files]": "HR knows which files were read.",
}
