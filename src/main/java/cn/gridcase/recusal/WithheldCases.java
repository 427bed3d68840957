package cn.gridcase.recusal;

import cn.gridcase.cases.CaseNumber;
import cn.gridcase.cases.Recusals;
import cn.gridcase.outbox.Withheld;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Nothing about a case goes out to those it is withheld from. */
@ApplicationScoped
class WithheldCases implements Withheld {
  private final Recusals recusals;

  @Inject
  WithheldCases(Recusals recusals) {
    this.recusals = recusals;
  }

  @Override
  public boolean isWithheld(String recipient, String about) {
    return CaseNumber.in(about)
        .filter(number -> recusals.isWithheld(number, recipient))
        .isPresent();
  }
}
