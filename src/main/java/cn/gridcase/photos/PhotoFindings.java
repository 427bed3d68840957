package cn.gridcase.photos;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What is found of the photos of one result, in a line of 30 characters: the gravest of each kind.
 */
public record PhotoFindings(List<PhotoFinding> all) {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日", Locale.CHINA);
  private static final long KILOMETRE = 1000;

  public PhotoFindings {
    all = List.copyOf(all);
  }

  /** Whether somebody should look twice. */
  public boolean isDoubtful() {
    return all.stream().anyMatch(PhotoFinding::isDoubtful);
  }

  /** Of this photo alone. */
  public PhotoFindings of(UUID photo) {
    return new PhotoFindings(all.stream().filter(each -> each.photo().id().equals(photo)).toList());
  }

  /** All of it, gravest first; empty if there are no photos. */
  public String said(ZoneId zone) {
    List<String> parts = new ArrayList<>();
    long missing = all.stream().filter(each -> each.photo().facts().isEmpty()).count();
    if (missing == all.size()) {
      return missing == 0 ? "" : "照片还没有取到，无法核对";
    }
    if (missing > 0) {
      parts.add("另有" + missing + "张未取到");
    }
    List<PhotoFinding> here =
        all.stream().filter(each -> each.photo().facts().isPresent()).toList();
    parts.add(0, distance(here));
    parts.add(0, taken(here));
    parts.add(isCopied() ? 0 : 2, copied(here, zone));
    return String.join("；", parts);
  }

  private boolean isCopied() {
    return all.stream().anyMatch(each -> each.copied().isPresent());
  }

  private static String taken(List<PhotoFinding> here) {
    return here.stream()
        .map(PhotoFinding::taken)
        .max(Comparator.naturalOrder())
        .map(PhotoFinding.Taken::chinese)
        .orElseThrow();
  }

  /** The farthest, and how many are nobody knows where. */
  private static String distance(List<PhotoFinding> here) {
    Optional<Long> farthest =
        here.stream().flatMap(each -> each.metres().stream()).max(Comparator.naturalOrder());
    long nowhere = here.stream().filter(each -> each.metres().isEmpty()).count();
    return farthest
        .map(PhotoFindings::far)
        .map(said -> nowhere == 0 ? said : said + "（" + nowhere + "张无位置）")
        .orElse("没有位置，距离未核");
  }

  private static String far(long metres) {
    return metres < KILOMETRE
        ? "距现场约" + metres + "米"
        : "距现场约%.1f公里".formatted(metres / (double) KILOMETRE);
  }

  private static String copied(List<PhotoFinding> here, ZoneId zone) {
    return here.stream()
        .flatMap(each -> each.copied().stream())
        .max(Comparator.naturalOrder())
        .map(at -> "和" + DAY.format(at.atZone(zone)) + "照片几乎一样")
        .orElseGet(
            () ->
                here.stream().anyMatch(each -> each.alike() == PhotoFinding.Alike.UNTOLD)
                    ? "重复使用未能核对"
                    : "未见重复使用");
  }
}
