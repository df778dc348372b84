create sequence `book_seq` start with 1 increment by 50 nocache;
create sequence `Public Houses`.`count down` start with 0 increment by -1 maxvalue 0 nocache;
create sequence `from_nothing` start with -5 increment by 1 minvalue -5 nocache;
create table `Public Houses`.`publisher` (
  `id` uuid not null,
  `logo` varbinary(255),
  `photo` longblob,
  `small` tinyint not null,
  `medium` smallint not null,
  `number` integer not null,
  `single` double not null,
  `twice` double not null,
  `letter` char(1) not null,
  `opens` time(6),
  `founded` datetime(6),
  `seen` datetime(0),
  `extra` json,
  `own` varchar(9) default 'none',
  constraint `pk_publisher` primary key (`id`)
) default character set utf8mb4 collate utf8mb4_nopad_bin;
set statement foreign_key_checks = 0 for create table `author` (
  `id` bigint auto_increment not null,
  `name` varchar(255),
  `best_id` bigint,
  constraint `pk_author` primary key (`id`),
  constraint `uk_author_name` unique (`name`),
  constraint `uk_author_best_id` unique (`best_id`),
  constraint `fk_author_best_id` foreign key (`best_id`) references `book` (`id`)
) default character set utf8mb4 collate utf8mb4_nopad_bin;
create table `book` (
  `id` bigint auto_increment not null,
  `title` varchar(200) not null comment 'on the cover',
  `author_id` bigint not null,
  `publisher_id` uuid,
  `price` decimal(38, 2),
  `summary` longtext,
  `available` boolean not null,
  `published` date,
  constraint `pk_book` primary key (`id`),
  constraint `ck_book_1` check (price >= 0),
  index `ix_book_title_price` (`title`, `price` desc),
  index `ix_book_author_id` (`author_id`),
  index `ix_book_publisher_id` (`publisher_id`),
  constraint `fk_book_author_id` foreign key (`author_id`) references `author` (`id`),
  constraint `fk_book_publisher_id` foreign key (`publisher_id`) references `Public Houses`.`publisher` (`id`)
) default character set utf8mb4 collate utf8mb4_nopad_bin comment = 'it''s for sale';
begin not atomic
declare found text default (select group_concat(constraint_name separator ', ')
from information_schema.referential_constraints
where constraint_schema = database() and table_name = 'author'
		and unique_constraint_name is null);
if found is not null then
set found = left(concat('These foreign keys lead to no key of their type: ', found), 512);
signal sqlstate '45000' set message_text = found;
end if;
end;
create table `order_line` (
  `order_number` bigint not null,
  `position` integer not null,
  `drop "``x` varchar(255),
  constraint `pk_order_line` primary key (`order_number`, `position`)
) default character set utf8mb4 collate utf8mb4_nopad_bin;
create table `hours` (
  `opens` varchar(24) not null,
  `closes` varchar(24)
) default character set utf8mb4 collate utf8mb4_nopad_bin;

drop table `order_line`;
begin not atomic
declare found text default (select group_concat(distinct table_name separator ', ')
from information_schema.key_column_usage
where (referenced_table_schema, referenced_table_name) in ((database(), 'book'), (database(), 'author'))
and ((table_schema, table_name) not in ((database(), 'book'), (database(), 'author'))
or @@lower_case_table_names = 0 and binary table_name not in ('book', 'author')));
if found is not null then
set found = left(concat('Others refer to these tables: ', found), 512);
signal sqlstate '45000' set message_text = found;
end if;
end;
set statement foreign_key_checks = 0 for drop table `book`, `author`;
drop table `Public Houses`.`publisher`;

lock tables `order_line` write wait 1;
drop table `order_line`;
unlock tables;
lock tables `book` write, `author` write wait 1;
begin not atomic
declare found text default (select group_concat(distinct table_name separator ', ')
from information_schema.key_column_usage
where (referenced_table_schema, referenced_table_name) in ((database(), 'book'), (database(), 'author'))
and ((table_schema, table_name) not in ((database(), 'book'), (database(), 'author'))
or @@lower_case_table_names = 0 and binary table_name not in ('book', 'author')));
if found is not null then
set found = left(concat('Others refer to these tables: ', found), 512);
signal sqlstate '45000' set message_text = found;
end if;
end;
set statement foreign_key_checks = 0 for drop table `book`, `author`;
unlock tables;
lock tables `Public Houses`.`publisher` write wait 1;
drop table `Public Houses`.`publisher`;
unlock tables;
