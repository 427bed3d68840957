package cn.gridcase.wecom;

import java.util.List;
import java.util.Optional;

/** 菜单: the buttons at the foot of everybody's conversation with the bot. */
record Menu(List<Button> buttons) {
  Menu {
    buttons = List.copyOf(buttons);
  }

  /**
   * A button that does one thing, or holds smaller ones.
   *
   * @param says what pressing it says
   * @param photo whether it takes a photo
   * @param page which of our pages it opens
   */
  record Button(
      String name,
      Optional<String> says,
      boolean photo,
      Optional<String> page,
      List<Button> entries) {
    Button {
      // Absent in the file.
      entries = entries == null ? List.of() : List.copyOf(entries);
    }

    /** How many things it does; it should be one. */
    long deeds() {
      return says.stream().count()
          + page.stream().count()
          + (photo ? 1 : 0)
          + (entries.isEmpty() ? 0 : 1);
    }
  }
}
