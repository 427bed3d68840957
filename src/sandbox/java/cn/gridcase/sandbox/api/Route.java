package cn.gridcase.sandbox.api;

/**
 * One path of the API.
 *
 * @param open whether it is called without a token
 */
record Route(String method, boolean open, Act act) {
  static Route get(Act act) {
    return new Route("GET", false, act);
  }

  static Route post(Act act) {
    return new Route("POST", false, act);
  }

  /** What is done there. */
  @FunctionalInterface
  interface Act {
    Answer answer(Call call);
  }
}
