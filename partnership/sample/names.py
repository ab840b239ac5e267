"""Names of many origins, phones from ranges set aside for fiction, reserved mail domains."""

from unicodedata import normalize

GIVEN = """
Aaron Adèle Agnieszka Ahmed Aisha Alba Alessandro
Amara Amélie Anders Andrea Anika Anna Anton Aoife Arjun Astrid Ayşe Beatriz Ben Birgit Bram
Camille Carla Catarina Chidi Chloé Ciarán Clara Cleo Daan Daniel Deepa Dev Diego Dorota Ebba
Eilidh Elena Elif Emeka Emil Erik Esra Eva Fabian Farah Fatima Felix Fiona Finn Frida Gabriel
Georg Giulia Grace Greta Hana Hannah Hassan Helena Hugo Ida Ifeoma Igor Imogen Inês Ingrid Ivan
Jakub Jana Jens Jia Joana João Jonas José Jun Karim Katarzyna Keiko Kemal Kofi Kwame Lars Laszlo
Léa Leila Lena Liam Lina Linh Louis Lucía Łukasz Mads Magnus Małgorzata Marco María Marek Marta
Matteo Maya Mei Mehmet Mila Minh Mohammed Nadia Naomi Niamh Nikolai Nina Noor Oisín Olga Olivia
Omar Oscar Paolo Paula Pavel Petra Philippa Pierre Priya Rafael Rana Ravi René Rosa Ruben Saoirse
Samir Sara Sebastián Selma Sigrid Silvia Sofia Søren Stefan Sunita Tadeusz Tariq Teresa Theo
Thomas Tiago Tove Uma Ursula Valérie Vera Victor Wanda Wei Willem Xin Yara Yusuf Zainab Zeynep
Zofia Zoë
""".split()
_STEMS = """
Ahl Alm Arn Ash Bach Berg Birk Blom Brack Brand Bruns Dahl Dorn Eck Eich Elm Falk Fern Frost Gold
Grün Hag Hart Hess Holm Jans Kalt Kirch Klein Lang Lind Löw Lund Mar Moor Nord Oak Peters Quist
Rhein Ros Sand Schön Stein Thor Vogel Wald West Wil Winter Ziel
""".split()
_ENDINGS = [
    "bach",
    "berg",
    "by",
    "dal",
    "er",
    "feld",
    "ford",
    "haus",
    "holt",
    "ley",
    "mann",
    "quist",
    "sen",
    "ström",
]
_OTHERS = """
Abe Acheampong Adeyemi Aguilar Ahmadi Almeida Bacık Banerjee Benítez Bergström Bernard Bianchi
Björk Boateng Bouchard Brânză Byrne Castro Çelik Chaudhry Chen Conti Côté Cruz Czerny Dąbrowski
Delacroix Demir Díaz Doyle Dubois Dumont Dvořák Eriksen Esposito Fernandes Ferrari Fitzgerald
Fournier Gallagher García Gauthier Ghosh González Grabowski Großmann Gutiérrez Haddad Hernández
Horváth Hussein Ibrahim Ito Ivanova Jankowski Jensen Jiménez Kaminski Kaya Keller Khan Kim
Kowalczyk Kovács Krawczyk Kumar Lefèvre Le Li López Łaski Marchetti Martins Mbeki Mensah Moreau
Müller Murphy Nagy Nakamura Ncube Nguyễn Nowak O'Brien Okafor Öztürk Park Patel Pereira Petrov
Popescu Rao Ricci Rodríguez Rossi Roux Santos Sato Schäfer Sharma Silva Singh Şahin Szabó Tanaka
Tran Unger Vargas Wang Watanabe Weiß Wójcik Wu Yılmaz Zając Zhang
""".split()
FAMILY = sorted({*_OTHERS, *(stem + ending for stem in _STEMS for ending in _ENDINGS)})
MAIL_DOMAINS = ["example.org", "example.com", "example.net"]

_US_AREAS = """
201 202 203 205 206 207 208 209 210 212 213 214 215 216 217 218 219 225 228 229 231 234 239 240
248 251 253 254 256 260 262 267 269 270 276 281 330 347 352 386 443 478 561 563 573 580 585 650
682 757 765 859 864 872 904 937 949 971 984 989
""".split()
# What each country keeps for fiction: its code, the length of the running number, and the digits
# before it. The last nine digits name a phone, so no two American area codes differ in the first
# digit alone.
PHONES = {
    "DE": ("49", 3, ["3023125", "6990009", "4066969", "2214710", "8999998"]),
    "FR": ("33", 4, ["63998", "19900", "26191", "35301", "46571", "53649"]),
    "IE": ("353", 4, [f"2091{n}" for n in range(10)]),
    "US": ("1", 2, [f"{area}55501" for area in _US_AREAS]),
}
# Beyond those ranges: a country code that no country has.
NOWHERE, NOWHERE_DIGITS = "999", 9
_BY_HAND = str.maketrans({"Ł": "L", "ł": "l", "ß": "ss", "ø": "o", "Ø": "O", "ı": "i", "'": ""})


def plain(name: str) -> str:
    """A name in the letters of a mail address."""
    return normalize("NFKD", name.translate(_BY_HAND)).encode("ascii", "ignore").decode().lower()


def without_accents(name: str) -> str:
    """A name as somebody types it who lacks its letters."""
    return normalize("NFKD", name.translate(_BY_HAND)).encode("ascii", "ignore").decode()
