-- Three databases and who owns them. The role of the application, selaras_app, is made by `selaras db migrate`.
create role selaras_owner login createrole nosuperuser nobypassrls password :'owner_password';
create database selaras owner selaras_owner;

-- Temporal has a role and databases of its own, which nobody else may open: what is in them can be thrown away.
create role temporal login nosuperuser nobypassrls password :'temporal_password';
create database temporal owner temporal;
create database temporal_visibility owner temporal;
revoke connect, temporary on database temporal from public;
revoke connect, temporary on database temporal_visibility from public;
