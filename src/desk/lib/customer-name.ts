/** What is known of a customer that can stand for them. */
export type KnownCustomer = { id: string; name: string | null; email?: string | null };

/**
 * How a customer is called in lists and headings: name, else address, else the given word with the
 * end of their id, so that two nameless visitors can be told apart.
 */
export function customerName({ id, name, email }: KnownCustomer, visitor: string): string {
  return name?.trim() || email || `${visitor} ${id.slice(-4).toUpperCase()}`;
}
