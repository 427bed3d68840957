package cn.gridcase.verification;

import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseMoved;
import cn.gridcase.cases.CategoriesFile;
import cn.gridcase.cases.ClosureFile;
import cn.gridcase.cases.Evidence;
import cn.gridcase.cases.Sample;
import cn.gridcase.cases.SubmitResult;
import cn.gridcase.photos.Photo;
import cn.gridcase.photos.Photos;
import cn.gridcase.roster.RosterFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** 抽查: of what communities handle themselves, and show before and after, some is verified. */
@ApplicationScoped
class Sampling {
  private static final int ALL = 100;

  /** A photo that is still with WeCom is asked for again after so long. */
  private static final Duration ON_ITS_WAY = Duration.ofMinutes(10);

  private final VerificationFile rules;
  private final Samples samples;
  private final Photos photos;
  private final ResultProof proof;
  private final ClosureFile closure;
  private final CategoriesFile categories;
  private final RosterFile roster;

  @Inject
  Sampling(
      VerificationFile rules,
      Samples samples,
      Photos photos,
      ResultProof proof,
      ClosureFile closure,
      CategoriesFile categories,
      RosterFile roster) {
    this.rules = rules;
    this.samples = samples;
    this.photos = photos;
    this.proof = proof;
    this.closure = closure;
    this.categories = categories;
    this.roster = roster;
  }

  /** Whether nobody is asked for now, because the draw decides. */
  boolean begins(CaseMoved moved) {
    CaseFile file = moved.file();
    int share = rules.inForce().sampled();
    if (share >= ALL
        || !(moved.move() instanceof SubmitResult result)
        || !Sample.isOf(file, roster.inForce())
        || !isShown(file, result)) {
      return false;
    }
    samples.begin(file.number(), Sample.isDrawn(file, share), moved.now());
    return true;
  }

  private boolean isShown(CaseFile file, SubmitResult result) {
    return result.photos() >= Math.max(1, result.rule().least())
        && photos.of(Evidence.ofReport(file.number())).stream().anyMatch(Photo::mayCome);
  }

  /** What the draw comes to; empty while photos are on their way, or if somebody was quicker. */
  Optional<Sample> decided(CaseFile file, Instant now) {
    // The roster may have changed since: what is no community's work is verified.
    Optional<Boolean> drawn =
        samples.drawn(file.number()).map(its -> its || !Sample.isOf(file, roster.inForce()));
    List<Photo> shown = photos.of(Evidence.ofResult(file.number()));
    if (drawn.isPresent()
        && !drawn.get()
        && shown.stream().anyMatch(each -> each.state() == Photo.State.WAITING)) {
      samples.wait(file.number(), now.plus(ON_ITS_WAY));
      return Optional.empty();
    }
    return drawn.map(
        its ->
            new Sample(
                its ? Sample.Verdict.DRAWN : verdict(file, shown),
                roster.inForce(),
                closure.inForce().asksFor(categories.inForce().byCode(file.category()))));
  }

  private Sample.Verdict verdict(CaseFile file, List<Photo> shown) {
    if (shown.stream().noneMatch(Photo::mayCome)) {
      return Sample.Verdict.UNSEEN;
    }
    return proof.isDoubtful(file) ? Sample.Verdict.DOUBTFUL : Sample.Verdict.SPARED;
  }

  void end(CaseFile file) {
    samples.end(file.number());
  }
}
