"""Writes what was measured as a page of the documentation."""

from __future__ import annotations

from collections import Counter

from benchmarks.goals import Goal, verdicts
from benchmarks.machine import machine, versions
from benchmarks.process import Cost
from benchmarks.results import Results

_HEAD = """\
---
lang: en
description: How long bekwaam takes, what it is measured against, and which of our goals it meets.
---

# Speed

A school should be able to build its portfolios while someone waits. This page says how far we are. It is
written by `make bench`, which makes an invented school, lets bekwaam and other programs loose on it, and
counts.

Each command runs by itself, from an empty cache where it does not say otherwise. **Processor** is the time
that processors worked for it, in all its processes together: it depends less than the clock on what else
the machine is doing. **Clock** is how long you wait, and that is what a goal about a whole site is about:
we use all processors that there are. **Memory** is the peak of the biggest process.
"""

_WHY = """\
## What makes checking and printing fast

- **A compiled validator says yes.** It answers for a record of the right shape in a fraction of the time. The
  other library, which can explain, is loaded only where something is wrong. Tests hold the two together.
- **A process that prints stays for a hundred documents.** It unpacks our fonts once, and looks less often for
  objects that nobody uses: each of the two was worth a tenth or more. Afterwards another takes its place, for
  the library that sets text keeps some 0.4 MB of each document.
- **A document rests on its own learner.** What only the team's pages show is not in its digest.

- **Who did not change is not read.** What reading and checking a learner's records gave is kept in
  `.cache/bekwaam/records`, and believed only on the disk that made it: it is signed, and unpacking makes
  nothing but our own records. Whether a file changed shows in its size, its times and its place on the
  disk, and in doubt in its content. A rule looks at one learner and the school, never at other learners,
  so what it said of one stays true when another changes.
- **What git said holds until a commit touches it.** It is kept per learner, beside what was read. A new
  commit on the main line asks again only about learners whose files it touches; one that touches a record
  of a person, and so who is who, asks about everybody. So does a branch, or a commit that was taken back.
- **From nothing, all processors read.** Learners are shared out; what another process found comes back in
  the form in which it is kept. For fewer than 48 learners, nobody is asked.

Printing with two processes on a machine that does other work too says little by the clock.

## What makes a site fast

- **The theme renders each kind of page once.** MkDocs keeps the site's own pages. Of ours it knows what links
  and menus need; we write them ourselves, into a frame that the theme and the hooks of all plugins made
  with stand-ins. The first page of a kind is also rendered whole. Where that gives other bytes than the
  frame does, every page of the kind is rendered whole, as MkDocs would: so it is with a plugin that looks
  at titles, and with templates of your own that name `page`. Other plugins see a frame, not each page.
- **A preview makes a page when somebody looks at it.** After a save it reads one record, and looks only into
  folders that changed.
- **Templates are compiled into less work, once.** What they become lies beside Python's own compiled files,
  never in a school's cache: a program that runs what it finds there can be made to run something else.
  Sentences and icons that never change are filled in at once, and text without marks needs no Markdown
  parser. Together these make a page in a quarter of the time.
- **A learner's pages are made, written and forgotten.** Only what other pages say of a learner stays. From
  24 learners on, copies of the process make them, so that nothing has to be sent to anybody.
- **What did not change is moved, not made.** In `.cache/bekwaam/site`, pages of a learner have the name of
  all that they depend on: what came through the gate for this audience, the program, the frame, the
  settings. For the team, the digest of a learner's files stands for what is in them. A build moves them
  into the new site, and the old site's take their place; nothing is written for them. Somebody's change to
  a published file is seen by its times, and in doubt by its content; a name put beside it is seen by the
  times of its folder. Deleting the cache is always safe. It works where cache and site are on one file
  system.
- **What a site tells is read back once.** Each build looks in every file for what its audience may not see.
  Files that are a program's own, byte for byte, are passed over. The frame that all pages of a kind share is
  read once, and of each page only what stands in it, with as many words around as a run of words can have.
  So is a tag that many pages share. Texts are searched three words at a time, so that it hardly matters
  how much there is to look for. What to look for is worked out by a copy of the process, beside the last
  pages. A file that was read back before is read again only where something else is looked for than the
  last time, or by another version.

What did not pay, or would not do:

- Pagefind was not chosen: it reads the whole site again for every build. Our index of evidence has titles
  and names only, in parts by the first three letters of a word.
- A team's pages compare all learners, so that after every edit a team's build still looks at all of them
  and makes those pages again. That, and starting at all, is what an edit costs.
- Linking kept pages with several threads won a second in a hundred, for more work of the processors.
- A library that finds thousands of texts at once (Aho and Corasick's way) went through the words of 1,000
  learners in 0.8 seconds, and our own loops in 1.8. It takes 0.4 to get ready, twice for every build: too
  little won for one more dependency.
"""

_CONTESTS = {
    "validate": (
        "Checking",
        "records",
        "bekwaam checks everything: the files, the schemas, the rules between records, the statuses. "
        "check-jsonschema checks the same files with the same schemas, and nothing more. libyaml only "
        "parses them.",
    ),
    "site": (
        "Building a site",
        "pages",
        "bekwaam builds a team's site without PDFs: it checks the records, makes the pages, and makes the "
        "photos smaller and takes out their metadata. There are 240 different photos, whatever the size of "
        "the school, so a site from nothing weighs heaviest on the smallest. The others get as many pages of "
        "plain Markdown with as much text, kept out of the navigation, and no photos. Each is measured from "
        "nothing, and again after one edit.",
    ),
    "documents": (
        "Printing documents",
        "documents",
        "All documents of a few learners. *Bare* is WeasyPrint with the same HTML, styles "
        "and pictures, told beforehand which spacing will fit. The number is that of processes.",
    ),
}
_VERDICTS = {True: "met", False: "**not met**", None: "unknown"}


def page(results: Results) -> str:
    """The whole page, in Markdown."""
    if not results.runs:
        return f"{_HEAD}\nNothing has been measured yet.\n"
    parts = [_HEAD, _measured_on(results), _goals(verdicts(results))]
    held = {run.contest for run in results.runs}
    parts += [_contest(results, contest) for contest in _CONTESTS if contest in held]
    parts.append(_WHY)
    return "\n".join(parts)


def _measured_on(results: Results) -> str:
    sizes = results.sizes()
    listed = f"{', '.join(map(str, sizes[:-1]))} and {sizes[-1]}" if len(sizes) > 1 else str(sizes[0])
    busy = ", which did other work too at the time" if results.busy else ", which did nothing else"
    return (
        f"Measured on {machine()}{busy}, with schools of {listed} learners, "
        f"each with about forty records, twenty of them evidence, {_where(results)}. {_runs(results)} "
        f"Versions: {versions()}.\n"
    )


def _where(results: Results) -> str:
    return "in git with a commit for each learner" if results.history else "outside git"


def _runs(results: Results) -> str:
    often = max(Counter((run.contest, run.subject, run.learners) for run in results.runs).values())
    if often == 1:
        return "Everything ran once, so small differences say nothing."
    return f"Everything ran up to {often} times, fewer at bigger sizes, and rows show the median."


def _goals(goals: list[Goal]) -> str:
    rows = [f"| {goal.wanted} | {goal.measured} | {_VERDICTS[goal.met]} |" for goal in goals]
    met = sum(goal.met is True for goal in goals)
    intro = (
        f"{met} of {len(goals)} are met. The goals are meant for a school group of 1,000 learners; they are "
        "judged at the biggest school that was measured.\n"
    )
    return "\n".join(["## Goals", "", intro, "| goal | measured | |", "|---|---|---|", *rows, ""])


def _contest(results: Results, contest: str) -> str:
    title, counted, told = _CONTESTS[contest]
    subjects = dict.fromkeys(run.subject for run in results.runs if run.contest == contest)
    writes = contest != "validate"
    head = ["learners", counted, "", "processor", f"per {counted[:-1]}", "clock", "memory"]
    head += ["output"] if writes else []
    rows = [
        [f"{learners:,}", f"{found[0]:,}", _spoken(subject), *_cells(found[2], found[0], writes=writes)]
        for learners in results.sizes()
        for subject in subjects
        if (found := results.cost(contest, subject, learners)) is not None
    ]
    aligned = ["---:", "---:", "---", *["---:"] * (len(head) - 3)]
    lines = [f"| {' | '.join(row)} |" for row in (head, aligned, *rows)]
    return "\n".join([f"## {title}", "", told, "", *lines, ""])


def _cells(cost: Cost, count: int, *, writes: bool) -> list[str]:
    cells = [
        f"{cost.processor:.1f} s",
        f"{cost.processor / count * 1000:.1f} ms",
        f"{cost.clock:.1f} s",
        f"{cost.memory / 1e6:.0f} MB",
    ]
    return [*cells, f"{cost.output / 1e6:.1f} MB"] if writes else cells


def _spoken(subject: str) -> str:
    names = {"ours": "bekwaam", "bare": "bare WeasyPrint"}
    first, _, rest = subject.partition(" ")
    return f"{names[first]}, {rest}" if first in names else subject
