package cn.gridcase.web;

import cn.gridcase.roster.Person;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Optional;

/** Who asks for the page at hand, as {@link SignInGate} found out. */
@RequestScoped
public class SignedIn {
  private Optional<Person> person = Optional.empty();
  private Optional<Token> token = Optional.empty();

  /** 登录人; asking on an open page is our bug. */
  public Person person() {
    return person.orElseThrow(() -> new IllegalStateException("nobody is signed in"));
  }

  /** The pages between which they go; none on an open page. */
  List<Tab> tabs() {
    return person.map(Tab::of).orElse(List.of());
  }

  /** The token of their browser; empty on an open page. */
  Optional<Token> token() {
    return token;
  }

  void as(Person who, Token with) {
    person = Optional.of(who);
    token = Optional.of(with);
  }
}
