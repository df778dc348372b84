create sequence `book_seq` start with 1 increment by 50 nocache;
create sequence `Public Houses`.`count down` start with 0 increment by -1 maxvalue 0 nocache;
create sequence `from_nothing` start with -5 increment by 1 minvalue -5 nocache;
create table `author` (
	`id` bigint auto_increment not null,
	`name` varchar(255),
	`best_id` bigint,
	constraint `pk_author` primary key (`id`),
	constraint `uk_author_name` unique (`name`),
	constraint `uk_author_best_id` unique (`best_id`)
) default character set utf8mb4 collate utf8mb4_nopad_bin;
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
	constraint `ck_book_1` check (price >= 0)
) default character set utf8mb4 collate utf8mb4_nopad_bin comment = 'it''s for sale';
create index `ix_book_title_price` on `book` (`title`, `price` desc);
create index `ix_book_author_id` on `book` (`author_id`);
create index `ix_book_publisher_id` on `book` (`publisher_id`);
alter table `book` add constraint `fk_book_author_id` foreign key (`author_id`) references `author` (`id`);
alter table `book` add constraint `fk_book_publisher_id` foreign key (`publisher_id`) references `Public Houses`.`publisher` (`id`);
create table `order_line` (
	`order_number` bigint not null,
	`position` integer not null,
	`drop "``x` varchar(255),
	constraint `pk_order_line` primary key (`order_number`, `position`)
) default character set utf8mb4 collate utf8mb4_nopad_bin;
alter table `author` add constraint `fk_author_best_id` foreign key (`best_id`) references `book` (`id`);
create table `hours` (
	`opens` varchar(24) not null,
	`closes` varchar(24)
) default character set utf8mb4 collate utf8mb4_nopad_bin;

alter table `author` drop foreign key if exists `fk_author_best_id`;
drop table `order_line`;
drop table `book`;
drop table `Public Houses`.`publisher`;
drop table `author`;
