package cn.gridcase.intake;

import cn.gridcase.chat.ChatCommand;
import cn.gridcase.chat.Reply;
import cn.gridcase.chat.Said;
import cn.gridcase.chat.ShownPhoto;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Who began a report after they were asked for something else shows photos for the report. */
@ApplicationScoped
@Priority(ChatCommand.EXPECTED + 1)
class DraftCommand implements ChatCommand {
  private final Drafts drafts;
  private final ReportCommand report;

  @Inject
  DraftCommand(Drafts drafts, ReportCommand report) {
    this.drafts = drafts;
    this.report = report;
  }

  @Override
  public Optional<Reply> hear(Said said) {
    return Optional.empty();
  }

  @Override
  public Optional<Reply> see(ShownPhoto photo) {
    return drafts.isBegunSince(photo.speaker().userid(), photo.expectation().since())
        ? report.see(photo)
        : Optional.empty();
  }
}
