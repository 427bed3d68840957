-- Where a case was found: the point as it was given, with its system, and the WGS-84 and the grid derived from it.
ALTER TABLE case_file
  ADD COLUMN longitude       double precision,
  ADD COLUMN latitude        double precision,
  ADD COLUMN crs             text,
  ADD COLUMN wgs84_longitude double precision,
  ADD COLUMN wgs84_latitude  double precision,
  ADD COLUMN grid            text;
ALTER TABLE draft
  ADD COLUMN longitude   double precision,
  ADD COLUMN latitude    double precision,
  ADD COLUMN crs         text,
  ADD COLUMN place_label text NOT NULL DEFAULT '';
