package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.photos.ExifPlace;
import cn.gridcase.photos.Pictures;
import cn.gridcase.photos.Street;
import cn.gridcase.sandbox.Chat;
import cn.gridcase.sandbox.Sandbox;
import cn.gridcase.sandbox.api.ApiFault;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.List;
import net.coobird.thumbnailator.filters.Flip;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 照片核对: the verifier reads what the photos of a result tell, and what they cannot. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class PhotoProofTest {
  /** One point in both systems. */
  private static final ExifPlace WGS_84 = new ExifPlace(39.9040, 116.6573);

  private static final double GCJ_LATITUDE = 39.90510338;
  private static final double GCJ_LONGITUDE = 116.66318627;

  private static int streets = 7000;

  private final Sandbox sandbox = Town.sandbox();
  private final Chat worker = sandbox.chat("李梅");
  private final Chat fireman = sandbox.chat("孙伟");
  private final Chat verifier = sandbox.chat("周明");
  private final Street street = new Street(streets++);

  @BeforeEach
  void nobodyIsBusy() {
    Journey.begin();
    worker.says("算了");
  }

  @AfterEach
  void theServiceKeptToWeComsRules() {
    sandbox.apiFaults().clear();
    assertEquals(List.of(), sandbox.violations());
  }

  @Test
  void anHonestPairWithoutTimeAndPlacePassesAndSaysWhatIsUnknown() {
    String number = signed();
    fireman.sendsPhoto("after.jpg", file(street.after()));

    handsIn(number);

    verifier.shouldHear("待核查 " + number, "照片核对", "拍摄时间未知；没有位置，距离未核；未见重复使用");
  }

  @Test
  void thePinOfWhoHandsInIsHeldAgainstThePlace() {
    String number = signed();
    fireman.sendsPhoto("after.jpg", file(street.after()));
    fireman.sendsLocation(GCJ_LATITUDE + 0.00045, GCJ_LONGITUDE, "东口");
    assertTrue(fireman.lastReply().startsWith("位置已记入案件" + number), fireman.toString());

    handsIn(number);

    verifier.shouldHear("待核查 " + number, "照片核对", "距现场约50米；未见重复使用");
  }

  @Test
  void theCamerasTimeAndPlaceAreHeldAgainstTheCase() {
    String number = signed();
    // A camera tells no fractions of a second.
    sandbox.passTime(Duration.ofSeconds(2));
    byte[] photo = file(street.after());
    fireman.sendsPhoto("after.jpg", Pictures.withExif(photo, 1, now(), WGS_84));

    handsIn(number);

    verifier.shouldHear("待核查 " + number, "照片核对", "拍于派遣之后；距现场约0米；未见重复使用");
  }

  @Test
  void anOldPhotoFromFarAwayIsPointedOut() {
    String number = signed();
    var far = new ExifPlace(WGS_84.latitude() + 0.1, WGS_84.longitude());
    byte[] photo = file(street.after());
    fireman.sendsPhoto("after.jpg", Pictures.withExif(photo, 1, "2020:01:01 08:00:00", far));

    handsIn(number);

    verifier.shouldHear("待核查 " + number, "照片存疑", "拍于上报之前；距现场约11.1公里");
  }

  @Test
  void theReportersOwnPictureMirroredIsPointedOutAndNothingIsRefused() {
    String number = signed();
    fireman.sendsPhoto("after.jpg", file(plain(Flip.HORIZONTAL.apply(street.before()))));

    handsIn(number);

    verifier.shouldHear("待核查 " + number, "照片存疑", "照片几乎一样");
    var page = new Visitor(sandbox);
    String seen = page.signsIn("zhouming", "/case/" + number).body();
    assertTrue(seen.contains("处置前") && seen.contains("处置后"), seen);
    assertTrue(seen.contains("收到：") && seen.contains("请核对是不是重复使用"), seen);
    String units = new Visitor(sandbox).signsIn("sunwei", "/case/" + number).body();
    assertTrue(units.contains("处置后"), units);
    assertFalse(units.contains("重复使用"), "who may not know where the sender was reads none of it");
    verifier.says("通过 " + number);
    assertTrue(verifier.lastReply().contains("核查通过"), verifier.toString());
  }

  @Test
  void aPictureOfAnotherCasesResultIsPointedOut() {
    byte[] used = file(street.after());
    String first = signed();
    fireman.sendsPhoto("after.jpg", used);
    handsIn(first);
    verifier.says("通过 " + first);
    worker.says("上报 台湖村另一处消防通道堵了").says("上报");
    String second = Journey.numberIn(worker.lastReply());
    sandbox.chat("王芳").says("派遣 " + second + " 给 消防站");
    fireman.says("签收 " + second).sendsPhoto("again.jpg", used);

    handsIn(second);

    verifier.shouldHear("待核查 " + second, "照片存疑", "照片几乎一样");
  }

  @Test
  void whatComesAfterTheCardIsToldIfSomebodyShouldLookTwice() {
    String number = signed();
    sandbox.apiFaults().next("media/get", ApiFault.BAD_GATEWAY, 20);
    fireman.sendsPhoto("after.jpg", file(street.before()));
    handsIn(number);
    verifier.shouldHear("待核查 " + number, "照片还没有取到，无法核对");

    sandbox.apiFaults().clear();
    Town.run("UPDATE photo SET due_at = clock_timestamp() WHERE subject = '" + number + " 处置'");
    Town.runLoops();
    sandbox.passTime(Duration.ofSeconds(5));

    verifier.shouldHear("案件" + number + "的处置照片刚刚取到，请留意：和");
  }

  /** A case reported with a photo and a place, and signed for. */
  private String signed() {
    worker.sendsPhoto("before.jpg", file(street.before()));
    worker.sendsLocation(GCJ_LATITUDE, GCJ_LONGITUDE, "南口").says("消防通道堆了沙子").says("上报");
    String number = Journey.numberIn(worker.lastReply());
    sandbox.chat("王芳").says("派遣 " + number + " 给 消防站");
    Town.runLoops();
    fireman.says("签收 " + number);
    return number;
  }

  private void handsIn(String number) {
    Town.runLoops();
    fireman.says("反馈 " + number + " 已清走").says("提交 " + number + " 已清理恢复");
    assertTrue(fireman.lastReply().contains("已提交"), fireman.toString());
    Town.runLoops();
  }

  private static String now() {
    return Town.read(
            "SELECT to_char(service_now() AT TIME ZONE 'Asia/Shanghai', 'YYYY:MM:DD HH24:MI:SS')")
        .get(0);
  }

  private static BufferedImage plain(BufferedImage picture) {
    var plain =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
    plain.getGraphics().drawImage(picture, 0, 0, null);
    return plain;
  }

  private static byte[] file(BufferedImage picture) {
    return Pictures.file("jpg", picture);
  }
}
