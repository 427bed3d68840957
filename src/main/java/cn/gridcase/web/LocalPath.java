package cn.gridcase.web;

import java.util.regex.Pattern;

/** Where somebody wanted to go before signing in: inside this service, or nowhere. */
record LocalPath(String value) {
  private static final String HOME = "/me";

  /** Two slashes, or one and a backslash, lead a browser to another host. */
  private static final Pattern LOCAL =
      Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]{0,1000}");

  LocalPath {
    value = LOCAL.matcher(value).matches() ? value : HOME;
  }
}
