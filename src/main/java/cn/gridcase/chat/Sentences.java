package cn.gridcase.chat;

/** What the bot says of itself, whatever the subject. */
final class Sentences {
  static final String STRANGER = "您好，这里是风险上报机器人。您的账号还没有登记，请联系镇指挥中心登记，登记后就可以在这里上报和办理。";
  static final String NOT_KEPT = "语音、视频和链接不能随案保存，这一条没有记入。请发文字、照片或位置，例如：台湖村口消防通道被堵。回复“帮助”看用法。";
  static final String NO_PHOTO = "这张照片没有收到，请重新发一次。";
  static final String NO_PLACE = "这个位置没有经纬度，没有记入。请点“＋”里的“位置”，在地图上选好再发送。";
  static final String FAILED = "系统刚才出了点问题，您的这条消息已原样保存，稍后会自动再办，办好后告诉您。请不用重发。";
  static final String PARKED = "您有一条消息自动重试了几次仍没有办成，已转给管理员处理，办好后告诉您。请不用重发；急事请直接联系指挥中心。";
  static final String TOO_MANY = "您这一分钟发来的消息太多，先不逐条回复了。您发的话都已收到，照常处理，结果请看随后的卡片。";

  /** When it was sent; why it is not there and what to do. */
  static final String PHOTO_NOT_KEPT = "您%s发的照片没有存下来：%s";

  static final String PHOTO_GONE = "企业微信已不再保存这张照片。请重新发一次。";
  static final String PHOTO_TOO_LARGE = "照片文件太大，打不开。请不要选“原图”，重新发一次。";

  private Sentences() {}
}
