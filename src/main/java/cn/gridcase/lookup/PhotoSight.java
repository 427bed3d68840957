package cn.gridcase.lookup;

import cn.gridcase.Refused;
import cn.gridcase.cases.CaseNumber;
import cn.gridcase.photos.Photos;
import cn.gridcase.roster.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Who may see which photo: whoever may see its case. */
@ApplicationScoped
class PhotoSight {
  private final CaseSight sight;
  private final Photos photos;

  @Inject
  PhotoSight(CaseSight sight, Photos photos) {
    this.sight = sight;
    this.photos = photos;
  }

  /** The number of its case; refused as if there were none. */
  CaseNumber seen(UUID id, Person asker) {
    CaseNumber number =
        photos
            .find(id)
            .flatMap(photo -> CaseNumber.in(photo.subject()))
            .orElseThrow(PhotoSight::none);
    return sight.seen(number, asker).number();
  }

  static Refused none() {
    return new Refused("没有这张照片，或者您无权查看。");
  }
}
