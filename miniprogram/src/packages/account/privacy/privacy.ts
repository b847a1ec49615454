/** How personal data is used here, in plain words; the full guide is WeChat's own page. */
Page({
  data: {
    points: [
      "姓名、证件号码：只用来和公安人口信息核对您是谁，以及写进您要办的证和证明。",
      "手机号：只用来发验证码和办件通知。",
      "照片和文件：只交给办您这件事的工作人员看，存的时候加密。",
      "政府部门已有的信息：要您同意了才调来用，每次都写明从哪里来。",
      "刷脸不是必须的。可以用国家网络身份认证，也可以到窗口、村居当面办。",
    ],
  },
  read() {
    void wx.openPrivacyContract({});
  },
});
