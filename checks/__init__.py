"""The eyes: a page goes in, observations come out, and all of a site's make one finding a feature. From the ground up:

- `text`: how French words are folded, searched and read, whatever page they stand on
- `reading`: what a page says, offers or only speaks of, whatever the feature asked about
- `wordings`: how pages tell something in words of their own, by subject
- `features`: one file a feature: its words, its look at a page, its examples
- `communes`: which commune's site this is
- beside them the machine: `check` and `signs` declare, `catalogue` collects, `matcher` and `examine` look, `tally` counts, `finding` judges
"""
