package cn.gridcase.lookup;

import cn.gridcase.cases.Supervise;
import cn.gridcase.cases.Tag;
import cn.gridcase.cases.WhistleFile;
import cn.gridcase.chat.ChatCommand;
import cn.gridcase.chat.Reply;
import cn.gridcase.chat.Said;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.Role;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;

/** 帮助: what this person can say. */
@ApplicationScoped
@Priority(ChatCommand.EXACT)
class HelpCommand implements ChatCommand {
  private static final Set<String> WORDS = Set.of("帮助", "help", "?", "？", "怎么用");

  @CheckedTemplate(basePath = "lookup")
  record help(
      String name,
      boolean dispatches,
      boolean disposes,
      boolean verifies,
      boolean orders,
      boolean halts,
      boolean reads,
      boolean instructs,
      boolean tags,
      boolean mends,
      boolean blows)
      implements TemplateInstance {}

  private final WhistleFile whistles;

  @Inject
  HelpCommand(WhistleFile whistles) {
    this.whistles = whistles;
  }

  @Override
  public Optional<Reply> hear(Said said) {
    return WORDS.contains(said.text())
        ? Optional.of(Reply.line(page(said.speaker())))
        : Optional.empty();
  }

  private String page(Person person) {
    boolean centre = person.is(Role.DISPATCHER) || person.is(Role.DUTY_OFFICER);
    return new help(
            person.name(),
            centre,
            person.is(Role.UNIT_MEMBER),
            person.is(Role.VERIFIER),
            Supervise.ISSUERS.stream().anyMatch(person::is),
            person.is(Role.DUTY_OFFICER),
            centre || person.is(Role.LEADER) || person.is(Role.ADMINISTRATOR),
            Supervise.mayInstruct(person),
            Tag.mayTagSome(person),
            person.is(Role.ADMINISTRATOR) || person.is(Role.DUTY_OFFICER),
            whistles.inForce().blowers().stream().anyMatch(person::is))
        .render()
        .strip();
  }
}
