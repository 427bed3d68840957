package cn.gridcase.photos;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import cn.gridcase.Refused;
import java.util.Arrays;
import java.util.Set;

/** The kinds of picture that are taken, told by their first bytes and by nothing else. */
enum PictureKind {
  JPEG("\u00ff\u00d8\u00ff"),
  PNG("\u0089PNG\r\n\u001a\n");

  /** What an iPhone writes unless it is told otherwise; nothing in Java reads it. */
  private static final Set<String> HEIC = Set.of("heic", "heix", "hevc", "heim", "heis", "mif1");

  /** A character a byte. */
  private final String magic;

  PictureKind(String magic) {
    this.magic = magic;
  }

  static PictureKind of(byte[] bytes) {
    return Arrays.stream(values())
        .filter(kind -> kind.begins(bytes))
        .findFirst()
        .orElseThrow(() -> isHeic(bytes) ? heic() : unknown());
  }

  private boolean begins(byte[] bytes) {
    int head = Math.min(magic.length(), bytes.length);
    return new String(bytes, 0, head, ISO_8859_1).equals(magic);
  }

  private static boolean isHeic(byte[] bytes) {
    return bytes.length >= 12
        && new String(bytes, 4, 4, ISO_8859_1).equals("ftyp")
        && HEIC.contains(new String(bytes, 8, 4, ISO_8859_1));
  }

  private static Refused heic() {
    return new Refused("这是 HEIC 格式的照片，打不开。请截屏后发截图，或在手机“设置—相机—格式”里选“兼容性最佳”，重拍后再发。");
  }

  private static Refused unknown() {
    return new Refused("发来的不是 JPG 或 PNG 照片，打不开。请用手机拍照或截屏后重新发一次。");
  }
}
