/** A question before something that cannot be taken back: one at a time, however often it is tapped. */

interface Question {
  title: string;
  content: string;
  /** Four characters at most, both. */
  yes: string;
  no: string;
}

let open = false;

/** Whether the person said yes; no where another question is open. */
export async function confirmed({ title, content, yes, no }: Question): Promise<boolean> {
  if (open) return false;
  open = true;
  try {
    return (await wx.showModal({ title, content, confirmText: yes, cancelText: no })).confirm;
  } finally {
    open = false;
  }
}
