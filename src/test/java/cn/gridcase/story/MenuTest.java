package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.database.OperatorCommand;
import cn.gridcase.sandbox.Sandbox;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InstanceHandle;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** 菜单: put into WeCom by a command, and in step with its file from then on. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class MenuTest {
  private final Sandbox sandbox = Town.sandbox();
  private final Path file =
      Path.of(
          ConfigProvider.getConfig().getValue("gridcase.bot-config", String.class), "menu.yaml");

  @Test
  void theMenuIsPutThereByACommandAndFollowsItsFile() throws IOException {
    sandbox.killTokens(42001);
    assertEquals(0, command().run(List.of()));
    assertTrue(menu().contains("拍照上报"), menu());
    assertTrue(menu().contains("pic_photo_or_album"), menu());
    assertTrue(menu().contains(TownSettings.service() + "/todo"), menu());

    String before = Files.readString(file);
    save(before.replace("拍照上报", "随手拍"));
    assertTrue(menu().contains("随手拍"), menu());

    save(before.replace("says: 帮助", "says: 帮助, page: /me"));
    assertTrue(menu().contains("随手拍"), "what is wrong is not put there");

    save(before);
    assertTrue(menu().contains("拍照上报"), menu());
    assertEquals(List.of(), sandbox.violations());
  }

  @Test
  void anEntryOfTheMenuIsASentence() {
    Journey.begin();
    sandbox.chat("孙伟").tapsMenu("待办");

    assertTrue(sandbox.chat("孙伟").lastReply().contains("等您办的案件"), menu());
  }

  private static OperatorCommand command() {
    return Arc.container().listAll(OperatorCommand.class).stream()
        .map(InstanceHandle::get)
        .filter(it -> it.name().equals("menu"))
        .findFirst()
        .orElseThrow();
  }

  private String menu() {
    return sandbox.app().menu().map(Object::toString).orElse("");
  }

  private void save(String text) throws IOException {
    Files.writeString(file, text);
    for (int i = 0; i < 3; i++) {
      Town.runLoops();
    }
  }
}
