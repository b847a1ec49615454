/**
 * Codes for the door that are there without a network: of visits still to come, and gone with the session. They are one's own: of the
 * visits of whom one acts for, nothing is kept on the phone.
 */

import type { Ticket } from "../domain/appointments";
import { acting } from "./acting";

export const TICKETS = "tickets";

export function tickets(): Ticket[] {
  return acting() ? [] : own();
}

/** Replaces what was kept by these. */
export function keepTickets(all: Ticket[]): void {
  if (!acting()) wx.setStorageSync(TICKETS, all);
}

/** Adds one, or takes its place. */
export function keepTicket(ticket: Ticket): void {
  keepTickets([...own().filter((each) => each.id !== ticket.id), ticket]);
}

export function ticket(id: string): Ticket | undefined {
  return tickets().find((each) => each.id === id);
}

export function dropTicket(id: string): void {
  keepTickets(own().filter((each) => each.id !== id));
}

function own(): Ticket[] {
  return wx.getStorageSync<Ticket[] | "">(TICKETS) || [];
}
