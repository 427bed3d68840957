package cn.gridcase.cases;

import java.util.List;
import java.util.Optional;

/**
 * All outcomes of disposal.yaml, at most ten (a card's dropdown).
 *
 * @param photosWithin up to how many metres from the place of a case a photo is of it
 */
public record Outcomes(List<Outcome> outcomes, int photosWithin) {
  public Outcomes {
    outcomes = List.copyOf(outcomes);
  }

  /** The outcome with this name or code, as somebody typed or chose it. */
  public Optional<Outcome> named(String nameOrCode) {
    return outcomes.stream()
        .filter(each -> each.name().equals(nameOrCode) || each.code().equals(nameOrCode))
        .findFirst();
  }

  /** Those of which there is nothing to show, whatever a category asks for. */
  public List<Outcome> withoutPhotos() {
    return outcomes.stream().filter(Outcome::withoutPhotos).toList();
  }

  /** The outcome with this code; codes come from the record, so an unknown one is our bug. */
  public Outcome byCode(String code) {
    return named(code).orElseThrow(() -> new IllegalStateException("no outcome " + code));
  }
}
