"""How much a film may weigh and last, and what each thing made of it may."""

MEGABYTE = 1024 * 1024

LONGEST_MS = 60 * 60 * 1000
MOST_PIXELS = 4096 * 2304
# Less than this is no film but a slip of the finger.
SHORTEST_MS = 500
# What a file's header may promise beyond what is in it.
SLACK_MS = 2_000
SLACK_SHARE = 0.1

POSTER_BYTES = 20_000
POSTER_WIDTH = 480
# In a list: a page holds twelve, and all together weigh what one poster may.
CARD_BYTES = POSTER_BYTES // 12
CARD_WIDTH = 240
# The smallest stream with pictures, sound and wrapping: goal P13.
SMALL_BYTES_A_MINUTE = 1_600_000
