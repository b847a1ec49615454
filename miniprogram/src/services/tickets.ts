/** Codes for the door that are there without a network: of visits still to come, and gone with the session. */

import type { Ticket } from "../domain/appointments";

export const TICKETS = "tickets";

export function tickets(): Ticket[] {
  return wx.getStorageSync<Ticket[] | "">(TICKETS) || [];
}

/** Replaces what was kept by these. */
export function keepTickets(all: Ticket[]): void {
  wx.setStorageSync(TICKETS, all);
}

/** Adds one, or takes its place. */
export function keepTicket(ticket: Ticket): void {
  keepTickets([...tickets().filter((each) => each.id !== ticket.id), ticket]);
}

export function ticket(id: string): Ticket | undefined {
  return tickets().find((each) => each.id === id);
}

export function dropTicket(id: string): void {
  keepTickets(tickets().filter((each) => each.id !== id));
}
