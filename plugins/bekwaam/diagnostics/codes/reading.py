"""E1: what goes wrong before anybody knows what a record says."""

from __future__ import annotations

from bekwaam.diagnostics.codes.code import Code
from bekwaam.diagnostics.message import N_

CODES = (
    Code(
        code="E101",
        title=N_("This cannot be read as YAML"),
        meaning=N_(
            "A record is written in YAML: keys, a colon, a space and a value; what belongs together"
            " starts in the same column. Somewhere that went wrong, so nothing of this file could be"
            " read. Often a text with a colon in it needs quotes, a tab stands where spaces belong,"
            " or a quote was never closed. The line that is shown is where reading stopped; the"
            " mistake may also be one line higher."
        ),
        before="# learners/anna/evidence/2026-05-20-rye-bread.yml\ntitle: Rye bread: forty of them\n",
        after='# learners/anna/evidence/2026-05-20-rye-bread.yml\ntitle: "Rye bread: forty of them"\n',
    ),
    Code(
        code="E102",
        title=N_("The file is not stored as UTF-8"),
        meaning=N_(
            "A computer can store letters with accents in several ways. Records are stored as UTF-8,"
            " so that they look the same everywhere. Open the file in your editor, choose “Save with"
            " encoding” and take UTF-8."
        ),
        before="# learners/anna/evidence/2026-06-03-puree.yml, saved as Windows-1252\ntitle: Pur�e\n",
        after="# learners/anna/evidence/2026-06-03-puree.yml, saved as UTF-8\ntitle: Purée\n",
    ),
    Code(
        code="E103",
        title=N_("The file is too large for a record"),
        meaning=N_(
            "A record is a short text of a page or two. A file of more than 256 KiB is something else,"
            " and it would slow everything down. Put long documents and pictures in the learner's"
            " `media/` folder, and name them in the record."
        ),
        before=(
            "# learners/anna/evidence/2026-05-20-rye-bread.yml, 900 KiB\ndescription: |\n  (a whole book)\n"
        ),
        after=(
            "# learners/anna/evidence/2026-05-20-rye-bread.yml\n"
            "media:\n  - file: ../media/book.pdf\n    alt: My notebook about rye bread\n"
            "    third_parties: none\n"
        ),
    ),
    Code(
        code="E104",
        title=N_("Too many values, or too deep inside each other"),
        meaning=N_(
            "Lists and mappings stand inside each other more than sixteen times, or the file holds"
            " more than 20,000 values. No record needs that; mostly a bracket too many is the cause."
        ),
        before="# learners/anna/learner.yml\nlanguages: [[[[[[[[[[[[[[[[[nl]]]]]]]]]]]]]]]]]\n",
        after="# learners/anna/learner.yml\nlanguages: [nl]\n",
    ),
    Code(
        code="E105",
        title=N_("A hidden character"),
        meaning=N_(
            "The text holds a character that you cannot see and that can make it look different from"
            " what it is: a control character, a hidden line break, or one that turns the direction of"
            " the text. It often comes along with copied text. Delete what stands at this place and"
            " type it again."
        ),
        before='# learners/anna/evidence/2026-05-20-rye-bread.yml\ntitle: "Forty \\u202erye breads"\n',
        after='# learners/anna/evidence/2026-05-20-rye-bread.yml\ntitle: "Forty rye breads"\n',
    ),
    Code(
        code="E106",
        title=N_("A key that stands there twice"),
        meaning=N_(
            "The same key has two values. Nobody can tell which one is meant, so neither is taken."
            " Keep one of the two. If both are needed, write them as a list."
        ),
        before="# learners/anna/evidence/2026-05-20-rye-bread.yml\ntype: work_product\ntype: photo\n",
        after="# learners/anna/evidence/2026-05-20-rye-bread.yml\ntype: work_product\n",
    ),
    Code(
        code="E107",
        title=N_("An anchor, an alias or a merge key"),
        meaning=N_(
            "YAML has signs with which one part of a file repeats another: `&name`, `*name` and `<<`."
            " They are hard to read for who does not know them, so records do without. Write the value"
            " out each time. A text that starts with `&` or `*` needs quotes."
        ),
        before="# frameworks/bakery.yml\ntitle: *baker\n",
        after="# frameworks/bakery.yml\ntitle: Baker\n",
    ),
    Code(
        code="E108",
        title=N_("A tag"),
        meaning=N_(
            "A word that starts with `!` tells YAML to make something special of a value. Records hold"
            " plain values only. Take the tag out; a text that starts with `!` needs quotes."
        ),
        before="# learners/anna/evidence/2026-05-20-rye-bread.yml\ndate: !!str 2026-05-20\n",
        after="# learners/anna/evidence/2026-05-20-rye-bread.yml\ndate: 2026-05-20\n",
    ),
    Code(
        code="E109",
        title=N_("A key that is no word"),
        meaning=N_(
            "What stands before the colon is a list, a mapping, or nothing at all. A key is one word or"
            " a text. Write its name before the colon; a text that starts with a bracket or `?` needs"
            " quotes."
        ),
        before="# learners/anna/evidence/2026-05-20-rye-bread.yml\n[title]: Forty rye breads\n",
        after="# learners/anna/evidence/2026-05-20-rye-bread.yml\ntitle: Forty rye breads\n",
    ),
    Code(
        code="E110",
        title=N_("More than one record in a file"),
        meaning=N_(
            "A line with `---` or `...` ends a record, and here something follows it. One file holds one"
            " record: take the line out, or move what follows to a file of its own."
        ),
        before=(
            "# learners/anna/evidence/2026-05-20-rye-bread.yml\n"
            "title: Forty rye breads\n---\ntitle: Ten white breads\n"
        ),
        after="# learners/anna/evidence/2026-05-20-rye-bread.yml\ntitle: Forty rye breads\n",
    ),
    Code(
        code="E111",
        title=N_("A number that cannot be kept"),
        meaning=N_(
            "Infinity and NaN are no numbers, and a number of more than sixteen digits cannot be kept"
            " exactly. Write an ordinary number. A long code, such as a register number, is a text: put"
            " it in quotes."
        ),
        before="# learners/anna/evidence/2026-05-20-rye-bread.yml\nhours: .inf\n",
        after="# learners/anna/evidence/2026-05-20-rye-bread.yml\nhours: 6\n",
    ),
    Code(
        code="E112",
        title=N_("The file holds no record"),
        meaning=N_(
            "A record consists of lines with a key and a value, such as `title: Forty rye breads`. This"
            " file is empty, or it holds only a text, only comments, or a list. Fill it in, or remove it."
        ),
        before="# learners/anna/evidence/2026-05-20-rye-bread.yml\nForty rye breads\n",
        after="# learners/anna/evidence/2026-05-20-rye-bread.yml\ntitle: Forty rye breads\n",
    ),
    Code(
        code="E113",
        title=N_("A file in a place where no record belongs"),
        meaning=N_(
            "The folder says what a record is about: evidence lies in the learner's `evidence/`, people"
            " lie in `people/`. A YAML file anywhere else would never be read, and what it says would be"
            " missed. Move it to the place that is named, or give the folder its right name."
        ),
        before="# learners/anna/evidnce/2026-05-20-rye-bread.yml\ntitle: Forty rye breads\n",
        after="# learners/anna/evidence/2026-05-20-rye-bread.yml\ntitle: Forty rye breads\n",
    ),
    Code(
        code="E114",
        title=N_("A name that cannot be an id"),
        meaning=N_(
            "A record's id is the name of its file, and other records point at it. So the name has only"
            " letters without accents, digits, `-`, `_` and `.`, no spaces, and it ends in `.yml` in"
            " small letters. Rename the file or the folder."
        ),
        before="# learners/anna/evidence/2026-05-20 rye bread.yml\ntitle: Forty rye breads\n",
        after="# learners/anna/evidence/2026-05-20-rye-bread.yml\ntitle: Forty rye breads\n",
    ),
    Code(
        code="E115",
        title=N_("Two files with one id"),
        meaning=N_(
            "Two names differ only in capitals, or in `.yml` and `.yaml`. On some computers they are one"
            " and the same file, and a reference could mean either. Keep one, or give one another name."
        ),
        before="# people/jan.yml and people/Jan.yml\nname: Jan De Smet\n",
        after="# people/jan.yml\nname: Jan De Smet\n",
    ),
    Code(
        code="E116",
        title=N_("A link, or something that is no ordinary file"),
        meaning=N_(
            "A symbolic link could lead out of the folder of records, to files that are nobody's"
            " business. Links, pipes and devices are therefore never opened. Put the file itself here."
        ),
        before="# learners/anna/media/bread.webp -> /elsewhere/bread.webp\n",
        after="# learners/anna/media/bread.webp, the picture itself\n",
    ),
    Code(
        code="E117",
        title=N_("A file or folder that cannot be opened"),
        meaning=N_(
            "The folder of records, or something in it, is not there or may not be read by you. Look"
            " whether the name is right, and whether you have the right to open it. For a new school,"
            " `bekwaam new school` makes the folder."
        ),
        before="# mkdocs.yml\nplugins:\n  - bekwaam: {portfolios: porfolios}\n",
        after="# mkdocs.yml\nplugins:\n  - bekwaam: {portfolios: portfolios}\n",
    ),
)
