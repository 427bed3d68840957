package cn.gridcase.chat;

import cn.gridcase.grid.Place;
import cn.gridcase.roster.Person;
import java.time.Instant;

/**
 * A person of the roster sent a place.
 *
 * @param label what WeCom's map calls it; may be empty
 * @param expectation what they were asked for last
 */
public record ShownPlace(
    Person speaker, Place place, String label, Expectation expectation, Instant now) {
  /** The place in words, where it stands in a sentence. */
  public String said() {
    return "位置："
        + (label.isBlank()
            ? "经度%.5f，纬度%.5f（%s）"
                .formatted(
                    place.longitude(), place.latitude(), place.crs().name().replace("_", "-"))
            : label);
  }
}
