/** One line of a list that leads somewhere: what it is, a word on it, and how it stands. Whoever uses it listens to `tap`. */
Component({
  properties: {
    name: String,
    note: String,
    icon: String,
    /** A word at the right; `tone` (done, waiting, refused) colours it. */
    status: String,
    tone: String,
  },
});
