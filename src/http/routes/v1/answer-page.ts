/** What the calls have in common that answer page by page. */
import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Page } from "../../../services/ports.ts";
import { nextLink, toCursor } from "../../wire/paging.ts";

export const LinkHeader = z.object({
  Link: z.string().optional().meta({ description: 'Address of the next page, `rel="next"`; absent on the last one.' }),
});

/** The page on the wire, with the address of the next one in the answer's header. */
export function answerPage<T, Item>(
  request: FastifyRequest,
  reply: FastifyReply,
  page: Page<T>,
  toItem: (record: T) => Item,
) {
  const nextCursor = page.next === null ? null : toCursor(page.next);
  if (nextCursor !== null) reply.header("link", nextLink(request.url, nextCursor));
  return { items: page.items.map(toItem), nextCursor };
}
