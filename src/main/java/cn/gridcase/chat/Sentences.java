package cn.gridcase.chat;

/** What the bot says of itself, whatever the subject. */
final class Sentences {
  static final String STRANGER = "您好，这里是风险上报机器人。您的账号还没有登记，请联系镇指挥中心登记，登记后就可以在这里上报和办理。";
  static final String ONLY_WORDS =
      "目前请用文字上报，照片、语音和位置还不能随案保存。请用一句话说明哪里、什么情况，例如：台湖村口消防通道被堵。回复“帮助”看用法。";
  static final String FAILED = "系统刚才出了点问题，您的这条消息已原样保存，没有生效。请稍后再试一次，或联系指挥中心。";

  private Sentences() {}
}
