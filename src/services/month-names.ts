/** January first, in English, whatever the locale. */
export const MONTH_NAMES: readonly string[] =
  "January February March April May June July August September October November December".split(" ");
