/** Calling a person. Whoever turns away from the phone's own question has not failed. */

export async function callPerson(number: string): Promise<void> {
  try {
    await wx.makePhoneCall({ phoneNumber: number });
  } catch {
    // the person closed the phone's question
  }
}
