package cn.gridcase.bench;

/** One way to verify, decrypt and read a push. */
interface WireWay {
  /** What was read of it, for the check that all ways read the same: sender and said or pressed. */
  String read(SealedPush push) throws Exception;
}
