package cn.gridcase.outbox;

/** What a failed send says of the wire, whomever the message was for. */
public enum Trouble {
  /** 限流: more was asked of WeCom than it allows. */
  LIMITED,
  /** 配置有误: secret, agent, address or permission; only the administrator can put it right. */
  MISCONFIGURED,
  /** 连不上: WeCom is busy, out of reach, or not to be understood. */
  LOST
}
