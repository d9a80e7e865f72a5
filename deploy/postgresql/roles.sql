-- The portal's database and its two roles. Run once, as PostgreSQL's administrator:
--   sudo -u postgres psql -f /srv/samarbejde/deploy/postgresql/roles.sql
-- The owner makes and changes the tables, makes backups, and the database in which one is tried. The portal
-- itself logs in as samarbejde_app; `manage.py migrate` gives that role its rights, table by table.
\set ON_ERROR_STOP on
\if :{?database}
\else
\set database samarbejde
\endif
\if :{?owner}
\else
\set owner samarbejde_owner
\endif
\if :{?app}
\else
\set app samarbejde_app
\endif
\if :{?owner_password}
\else
\prompt 'Ejerens kodeord: ' owner_password
\endif
\if :{?app_password}
\else
\prompt 'Portalens kodeord: ' app_password
\endif

CREATE ROLE :"owner" LOGIN CREATEDB PASSWORD :'owner_password';
CREATE ROLE :"app" LOGIN PASSWORD :'app_password';
CREATE DATABASE :"database" OWNER :"owner" TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8';
REVOKE ALL ON DATABASE :"database" FROM PUBLIC;
GRANT CONNECT ON DATABASE :"database" TO :"app";
