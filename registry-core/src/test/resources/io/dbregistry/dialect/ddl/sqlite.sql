create table "Public Houses"."publisher" (
  "id" text not null,
  "logo" blob,
  "photo" blob,
  "small" tinyint not null,
  "medium" smallint not null,
  "number" integer not null,
  "single" real not null,
  "twice" double precision not null,
  "letter" char(1) not null,
  "opens" text,
  "founded" text,
  "seen" text,
  "extra" text,
  "own" varchar(9) default 'none',
  constraint "pk_publisher" primary key ("id")
);
create table "author" (
  "id" integer primary key autoincrement not null,
  "name" varchar(255),
  "best_id" bigint,
  constraint "uk_author_name" unique ("name"),
  constraint "uk_author_best_id" unique ("best_id"),
  constraint "fk_author_best_id" foreign key ("best_id") references "book" ("id")
);
create table "book" (
  "id" integer primary key autoincrement not null,
  "title" varchar(200) not null,
  "author_id" bigint not null,
  "publisher_id" text,
  "price" numeric(38, 2),
  "summary" text,
  "available" boolean not null,
  "published" text,
  constraint "ck_book_1" check (price >= 0),
  constraint "fk_book_author_id" foreign key ("author_id") references "author" ("id"),
  constraint "fk_book_publisher_id" foreign key ("publisher_id") references "Public Houses"."publisher" ("id")
);
create index "ix_book_title_price" on "book" ("title", "price" desc);
create index "ix_book_author_id" on "book" ("author_id");
create index "ix_book_publisher_id" on "book" ("publisher_id");
create table "order_line" (
  "order_number" bigint not null,
  "position" integer not null,
  "drop ""`x" varchar(255),
  constraint "pk_order_line" primary key ("order_number", "position")
);
create table "hours" (
  "opens" text not null,
  "closes" text
);

drop table "order_line";
pragma defer_foreign_keys = on;
drop table "book";
drop table "author";
drop table "Public Houses"."publisher";

drop table "order_line";
pragma defer_foreign_keys = on;
drop table "book";
drop table "author";
drop table "Public Houses"."publisher";
