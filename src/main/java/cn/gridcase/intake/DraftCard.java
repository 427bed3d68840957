package cn.gridcase.intake;

import cn.gridcase.Refused;
import cn.gridcase.cases.CategoriesFile;
import cn.gridcase.cases.Category;
import cn.gridcase.chat.CardAction;
import cn.gridcase.chat.OptionPages;
import cn.gridcase.chat.Press;
import cn.gridcase.chat.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** 上报草稿: 上报, 更多类别, 不是这个. */
@ApplicationScoped
class DraftCard implements CardAction<DraftCard.Button> {
  static final String CARD = "draft";
  static final String CATEGORY = "category";

  enum Button {
    FILE,
    MORE,
    DROP
  }

  private final Drafts drafts;
  private final Intake intake;
  private final DraftFaces faces;
  private final CategoriesFile categories;

  @Inject
  DraftCard(Drafts drafts, Intake intake, DraftFaces faces, CategoriesFile categories) {
    this.drafts = drafts;
    this.intake = intake;
    this.faces = faces;
    this.categories = categories;
  }

  @Override
  public String card() {
    return CARD;
  }

  @Override
  public Class<Button> buttons() {
    return Button.class;
  }

  @Override
  public Reply press(Button button, Press press) {
    Draft draft = drafts.open(press.subject());
    return switch (button) {
      case FILE -> file(press, draft);
      case MORE -> Reply.repaint(faces.choosing(draft, 0));
      case DROP -> {
        intake.drop(draft, press.now());
        yield Reply.nothing();
      }
    };
  }

  private Reply file(Press press, Draft draft) {
    String chosen = press.choice(CATEGORY).orElse(draft.category());
    return OptionPages.asked(chosen)
        .map(page -> Reply.repaint(faces.choosing(draft, page)))
        .orElseGet(() -> filed(press, draft, category(chosen)));
  }

  private Category category(String chosen) {
    return categories
        .inForce()
        .named(chosen)
        .orElseThrow(() -> new Refused("这个类别已经不能选了，没有上报。请按“更多类别”重选一个。"));
  }

  private Reply filed(Press press, Draft draft, Category category) {
    intake.file(draft, press.presser(), category, press.now());
    return Reply.nothing();
  }
}
