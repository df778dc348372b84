create table visit (id int primary key);
