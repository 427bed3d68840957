package cn.gridcase.lookup;

import cn.gridcase.photos.Photo;
import cn.gridcase.photos.Photos;
import cn.gridcase.roster.Person;
import cn.gridcase.web.MaySee;
import cn.gridcase.web.SignedIn;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.io.InputStream;
import java.util.UUID;

/** A photo of a case, large or small, for those who may see the case. */
@MaySee
@Path("/photo/{id: [0-9a-f-]{36}}")
@Produces("image/jpeg")
class PhotoPage {
  private final SignedIn signedIn;
  private final PhotoSight sight;
  private final Photos photos;

  PhotoPage(SignedIn signedIn, PhotoSight sight, Photos photos) {
    this.signedIn = signedIn;
    this.sight = sight;
    this.photos = photos;
  }

  @GET
  public InputStream large(@PathParam("id") UUID id) {
    return shown(id, Photo.Size.LARGE);
  }

  @GET
  @Path("small")
  public InputStream small(@PathParam("id") UUID id) {
    return shown(id, Photo.Size.THUMBNAIL);
  }

  private InputStream shown(UUID id, Photo.Size size) {
    Person reader = signedIn.person();
    return QuarkusTransaction.requiringNew().call(() -> opened(id, size, reader));
  }

  private InputStream opened(UUID id, Photo.Size size, Person reader) {
    sight.seen(id, reader);
    return photos.open(id, size).orElseThrow(PhotoSight::none);
  }
}
