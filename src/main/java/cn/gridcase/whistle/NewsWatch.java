package cn.gridcase.whistle;

import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseNumber;
import cn.gridcase.cases.Move;
import cn.gridcase.time.Loop;
import cn.gridcase.time.ServiceClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** 到场消息: who has come within a minute is told in one message. */
@ApplicationScoped
class NewsWatch implements Loop {
  private static final int MOST = 100;

  private final CaseFiles caseFiles;
  private final News news;
  private final NewsTexts texts;
  private final ServiceClock clock;

  @Inject
  NewsWatch(CaseFiles caseFiles, News news, NewsTexts texts, ServiceClock clock) {
    this.caseFiles = caseFiles;
    this.news = news;
    this.texts = texts;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "whistle-news-watch";
  }

  @Override
  public void cycle() {
    List<CaseNumber> due =
        QuarkusTransaction.requiringNew().call(() -> news.due(clock.now(), MOST));
    takeEach(due, this::tell);
  }

  private void tell(CaseNumber number) {
    Instant now = clock.now();
    caseFiles.changeByRule(number, file -> told(file, now), now);
  }

  /** Nothing moves. */
  private Optional<Move> told(CaseFile file, Instant now) {
    if (news.take(file.number())) {
      file.assignments().whistles().open().ifPresent(whistle -> texts.tell(file, whistle, now));
    }
    return Optional.empty();
  }
}
