package cn.gridcase.sandbox.company;

import cn.gridcase.sandbox.clock.SandboxClock;
import cn.gridcase.sandbox.wire.Ledger;

/** Everything there is on WeCom's side, in one value: the parts of the sandbox share it. */
public record World(
    Company company,
    Keys keys,
    App app,
    Chats chats,
    SentMessages sent,
    MediaStore media,
    Ledger ledger,
    SandboxClock clock) {

  /** A new one, with nothing said yet. */
  public static World of(Company company, Keys keys, SandboxClock clock) {
    return new World(
        company,
        keys,
        new App(),
        new Chats(),
        new SentMessages(),
        new MediaStore(),
        new Ledger(),
        clock);
  }
}
