"""JSON Schemas of the data files, made from their shapes, so that editors complete, explain and check them."""

from sitegen.schema.files import data_files, renew_ids, schemas, write_schemas

__all__ = ["data_files", "renew_ids", "schemas", "write_schemas"]
