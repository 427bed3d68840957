package cn.gridcase.intake;

import cn.gridcase.grid.Place;
import java.util.Optional;
import java.util.UUID;

/**
 * 草稿: what somebody has told so far, before it is a case.
 *
 * @param words their sentences, one a line; empty while there are only photos or a place
 * @param category code, suggested from the words; another may be chosen when it is filed
 * @param place where they say it is
 * @param label what the map calls the place; may be empty
 */
record Draft(
    UUID id, String person, String words, String category, Optional<Place> place, String label) {
  /** Under which subject its photos are kept until it is a case. */
  String evidence() {
    return "草稿 " + id;
  }

  Draft with(String more) {
    String all = words.isEmpty() ? more : words + "\n" + more;
    return new Draft(id, person, all, category, place, label);
  }

  Draft as(String suggested) {
    return new Draft(id, person, words, suggested, place, label);
  }

  Draft at(Place found, String called) {
    return new Draft(id, person, words, category, Optional.of(found), called);
  }
}
