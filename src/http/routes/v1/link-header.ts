import { z } from "zod";

/** The header of a page that has another one behind it. */
export const LinkHeader = z.object({
  Link: z.string().optional().meta({ description: 'Address of the next page, `rel="next"`; absent on the last one.' }),
});
