insert into book (title) values ('The Dispossessed');
