/** One of our own icons, in the colour and size of the text around it. It says nothing by itself: a word always stands beside it. */
Component({
  properties: {
    /** The name of a file in icons/. */
    name: String,
  },
});
