package cn.gridcase.wecom;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.gridcase.config.ConfigFile;
import cn.gridcase.config.Problems;
import cn.gridcase.config.Snapshot;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** menu.yaml: what the menu offers. */
@ApplicationScoped
class MenuFile extends ConfigFile<Menu> {
  private static final int TOP_BYTES = 16;
  private static final int ENTRY_BYTES = 40;

  MenuFile() {
    super("menu.yaml", Menu.class);
  }

  @Override
  protected void check(Menu menu, Snapshot all, Problems problems) {
    check("buttons", menu.buttons(), TOP_BYTES, problems);
    for (int i = 0; i < menu.buttons().size(); i++) {
      Menu.Button button = menu.buttons().get(i);
      String list = Problems.item("buttons", i, button.name()) + ".entries";
      check(list, button.entries(), ENTRY_BYTES, problems);
    }
  }

  private void check(String list, List<Menu.Button> buttons, int bytes, Problems problems) {
    for (int i = 0; i < buttons.size(); i++) {
      Menu.Button button = buttons.get(i);
      String key = Problems.item(list, i, button.name());
      if (button.name().getBytes(UTF_8).length > bytes) {
        problems.add(name(), key + ".name", "太长，最多" + bytes / 3 + "个汉字");
      }
      if (button.deeds() != 1) {
        problems.add(name(), key, "says、photo、page、entries 要写一样，而且只写一样");
      }
    }
  }
}
