package cn.gridcase.web;

import java.net.URI;
import java.util.Optional;

/** Who sits before a browser: asked by sending the browser away and taking it back with a code. */
public interface IdentityProvider {
  /**
   * Where the browser is sent; it comes back to {@code back} with the parameters code and state.
   *
   * @param state at most 128 letters and digits
   */
  URI askAt(URI back, String state);

  /**
   * The userid behind a code, which can be asked for once; empty for somebody outside the company.
   * Not to be called inside a transaction.
   *
   * @throws cn.gridcase.Refused if the code says nothing, or nobody can be asked
   */
  Optional<String> userid(String code);
}
